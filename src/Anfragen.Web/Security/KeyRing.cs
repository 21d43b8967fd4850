using Anfragen.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Anfragen.Web.Security;

internal static class KeyRing
{
    /// <summary>
    /// Keeps the keys that protect cookies and forms in <c>data/keys</c>, for the operator's account only: people stay signed in
    /// over a restart, and whoever reads the keys could sign in as anybody.
    /// </summary>
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Anfragen");
        services.AddOptions<KeyManagementOptions>().Configure<AnfragenRoot, ILoggerFactory>((options, root, log) =>
            options.XmlRepository = new FileSystemXmlRepository(PrivateFolder(Path.Combine(root.Data, "keys")), log));
    }

    private static DirectoryInfo PrivateFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return folder;
    }
}
