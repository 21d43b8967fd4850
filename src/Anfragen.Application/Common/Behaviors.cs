using System.Text.Json;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application;

/// <summary>Who may, before anything is read.</summary>
public sealed class AuthorizationBehavior<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IUseCase, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        user.May(TRequest.Permission) ? next() : throw new Forbidden(TRequest.Permission);
}

/// <summary>What is well-formed, before the transaction begins.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators) await validator.ValidateAndThrowAsync(request, cancellationToken);
        return await next();
    }
}

/// <summary>What needs no transaction and would hold one up.</summary>
public sealed class PreparationBehavior<TRequest, TResponse>(IEnumerable<IPreparation<TRequest>> preparations) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var preparation in preparations) await preparation.Prepare(request, cancellationToken);
        return await next();
    }
}

/// <summary>All or nothing.</summary>
public sealed class TransactionBehavior<TRequest, TResponse>(ITransaction transaction) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        transaction.Run(() => next(), cancellationToken);
}

/// <summary>
/// Once per form; inside the transaction, so that result and key are stored together. The same form gets the same result; one that
/// was changed and sent again from the browser's history would lose its text that way, so it is refused.
/// </summary>
public sealed class SubmissionBehavior<TRequest, TResponse>(ISubmissions submissions) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IIdempotentCommand, IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request.SubmissionKey == Guid.Empty) return await next();
        var (useCase, content) = (typeof(TRequest).Name, Digest.OfText(JsonSerializer.Serialize(request)));
        if (await submissions.Find(request.SubmissionKey, cancellationToken) is { } earlier)
        {
            CommonRules.FormIsSentOnce.BrokenIf((earlier.UseCase, earlier.ContentSha256) != (useCase, content));
            return JsonSerializer.Deserialize<TResponse>(earlier.Result)!;
        }

        var result = await next();
        var submission = new Submission { UseCase = useCase, ContentSha256 = content, Result = JsonSerializer.Serialize(result) };
        await submissions.Remember(request.SubmissionKey, submission, cancellationToken);
        return result;
    }
}

/// <summary>Every step the command took goes into the journal, last in its transaction: the chain's head is locked shortly.</summary>
public sealed class JournalBehavior<TRequest, TResponse>(IJournal journal) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        journal.Begin();
        var result = await next();
        await journal.Write(typeof(TRequest).Name, cancellationToken);
        return result;
    }
}
