namespace Anfragen.Application;

/// <summary>
/// What a command needs from outside and what may take its time: done after permission and form are checked and before the transaction begins,
/// so that nobody waits for it. The handler finds the result in a scoped service and checks that it still fits.
/// </summary>
public interface IPreparation<in TRequest> where TRequest : ICommand
{
    Task Prepare(TRequest request, CancellationToken cancel);
}
