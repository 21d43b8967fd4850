using System.CommandLine;

namespace Anfragen.Cli;

/// <summary>A command whose help ends with an example, and which says in German what it needs.</summary>
internal sealed class DocumentedCommand : Command
{
    private readonly HashSet<Option> _needed = [];

    public DocumentedCommand(string name, string description, string example) : base(name, description)
    {
        Example = example;
        Validators.Add(result =>
        {
            foreach (var option in _needed.Where(option => result.GetResult(option) is null)) result.AddError($"Es fehlt die Angabe {option.Name}.");
        });
    }

    public string Example { get; }

    /// <summary>Adds an option without which the command does not run.</summary>
    public void Need(Option option)
    {
        Add(option);
        _needed.Add(option);
    }

    public bool Needs(Option option) => _needed.Contains(option);
}
