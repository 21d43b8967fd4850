using MediatR;

namespace Anfragen.Application.Views;

/// <summary>Startansicht wählen: what a list opens with; without a name it opens whole.</summary>
public sealed record ChooseDefaultView : ICommand<Unit>
{
    public static Permission Permission => Permission.SignedIn;

    public ViewedList List { get; init; }

    public string? Name { get; init; }
}

internal sealed class ChooseDefaultViewHandler(ISavedViews views, ICurrentUser user) : IRequestHandler<ChooseDefaultView, Unit>
{
    public async Task<Unit> Handle(ChooseDefaultView command, CancellationToken cancel) =>
        await views.SetDefault(user.Id!.Value, command.List, command.Name, cancel) ? Unit.Value : throw new NotFound();
}
