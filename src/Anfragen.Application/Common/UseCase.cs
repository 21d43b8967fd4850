using MediatR;

namespace Anfragen.Application;

/// <summary>Everything a person or program can ask of Anfragen. One that names no permission does not compile.</summary>
public interface IUseCase
{
    static abstract Permission Permission { get; }
}

/// <summary>Reads; its handler lies beside its SQL in Infrastructure.</summary>
public interface IQuery<out TResult> : IRequest<TResult>, IUseCase;

/// <summary>Changes something, so it runs in one transaction.</summary>
public interface ICommand : IUseCase;

/// <inheritdoc cref="ICommand"/>
public interface ICommand<out TResult> : IRequest<TResult>, ICommand;

/// <summary>
/// A command that makes something new. The form carries a key from its first showing, so that a double click or a repeated request
/// makes one thing: the second gets the first one's result. With other content the key is refused.
/// </summary>
public interface IIdempotentCommand
{
    /// <summary>Chosen once per form; <see cref="Guid.Empty"/> asks for no protection.</summary>
    Guid SubmissionKey { get; }
}
