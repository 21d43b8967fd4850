using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Views;

/// <summary>Ansicht speichern: keeps the filters of a list under a name, for oneself.</summary>
public sealed partial record SaveView : ICommand<Unit>
{
    public const int NameLength = 80;

    public static Permission Permission => Permission.SignedIn;

    public ViewedList List { get; init; }

    public string Name { get; init; } = "";

    /// <summary>As in <see cref="SavedView.Query"/>.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the list opens with it from now on.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Filters only: names of lower-case letters with encoded values, so that it can be put behind an address of ours.</summary>
    [GeneratedRegex(@"^(\?[a-z]+=[A-Za-z0-9%._~+-]*(&[a-z]+=[A-Za-z0-9%._~+-]*)*)?$", RegexOptions.None, 1000)]
    internal static partial Regex Filters();
}

internal sealed class SaveViewValidator : AbstractValidator<SaveView>
{
    public SaveViewValidator()
    {
        RuleFor(command => command.List).IsInEnum();
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie der Ansicht einen Namen.").IsLine(SaveView.NameLength);
        RuleFor(command => command.Query).IsLine().Must(query => SaveView.Filters().IsMatch(query ?? "")).WithMessage("Diese Filter lassen sich nicht speichern.");
    }
}

internal sealed class SaveViewHandler(ISavedViews views, ICurrentUser user) : IRequestHandler<SaveView, Unit>
{
    public async Task<Unit> Handle(SaveView command, CancellationToken cancel)
    {
        var (owner, name) = (user.Id!.Value, command.Name.Trim());
        await views.Save(owner, command.List, name, command.Query, cancel);
        if (command.IsDefault) await views.SetDefault(owner, command.List, name, cancel);
        return Unit.Value;
    }
}
