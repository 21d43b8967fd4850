using Anfragen.Application;
using Anfragen.Application.Deadlines;
using Anfragen.Domain.Deadlines;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>The sets as files <c>templates/rules/*.yaml</c>; <c>templates/rules/README.md</c> shows their shape and what each stands on.</summary>
internal sealed class DeadlineRuleFiles(AnfragenRoot root) : IDeadlineRules
{
    private const string Extension = ".yaml";

    private string Folder => Path.Combine(root.Templates, "rules");

    public IReadOnlyList<string> Names => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
        : [];

    public async Task<DeadlineRules> Get(string name, CancellationToken cancel)
    {
        // A name is looked up, never made into a path: "../x" is simply not there.
        if (!Names.Contains(name)) throw new NotFound();
        return DeadlineRuleReader.Read(await File.ReadAllTextAsync(Path.Combine(Folder, name + Extension), cancel));
    }
}
