using MediatR;

namespace Anfragen.Application.Views;

/// <summary>Ansicht löschen. The list itself stays as it is.</summary>
public sealed record DeleteView : ICommand<Unit>
{
    public static Permission Permission => Permission.SignedIn;

    public Guid Id { get; init; }
}

internal sealed class DeleteViewHandler(ISavedViews views, ICurrentUser user) : IRequestHandler<DeleteView, Unit>
{
    public async Task<Unit> Handle(DeleteView command, CancellationToken cancel) =>
        await views.Delete(user.Id!.Value, command.Id, cancel) ? Unit.Value : throw new NotFound();
}
