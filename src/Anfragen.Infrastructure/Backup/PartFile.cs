using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// A file in the making beside the place it is meant for. It takes its name when it is whole and on the disk, so whoever finds the
/// name finds a whole file, whenever the power fails. Only the operator's account may read it: it holds all there is.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private const string Ending = ".teil";

    // Longer than any backup takes: what is older was left by a process that was killed.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(12);

    private PartFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes the empty file.</summary>
    public static PartFile Beside(string target, TimeProvider clock)
    {
        var (folder, name) = (FolderOf(target), System.IO.Path.GetFileName(target));
        foreach (var old in Directory.GetFiles(folder, $"{name}.*{Ending}"))
        {
            if (File.GetLastWriteTimeUtc(old) < clock.GetUtcNow() - Abandoned) File.Delete(old);
        }

        var part = new PartFile(System.IO.Path.Combine(folder, $"{name}.{Guid.CreateVersion7():N}{Ending}"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Open(part.Path, options).Dispose();
        return part;
    }

    public async Task<string> Sha256(CancellationToken cancel)
    {
        await using var stream = File.OpenRead(Path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }

    /// <summary>Gives the file its name, which must be free.</summary>
    public void Take(string target)
    {
        Flush();
        File.Move(Path, target, overwrite: false);
        FlushFolder(FolderOf(target));
    }

    /// <summary>Gives the file a name that is taken; the other one is kept. At no moment is there none under the name.</summary>
    public void Replace(string target, string kept)
    {
        Flush();
        File.Replace(Path, target, kept);
        FlushFolder(FolderOf(target));
    }

    public void Dispose() => File.Delete(Path);

    private static string FolderOf(string path) => System.IO.Path.GetDirectoryName(path)!;

    private void Flush()
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    // A name is on the disk when its folder is, and .NET opens no folders.
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0) throw new IOException($"Der Ordner „{folder}“ lässt sich nicht öffnen.");
        var failed = FSync(descriptor) != 0;
        _ = Close(descriptor);
        if (failed) throw new IOException($"Der Ordner „{folder}“ lässt sich nicht auf die Platte schreiben.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
