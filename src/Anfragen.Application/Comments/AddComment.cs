using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Comments;

/// <summary>Says something on a question to those who work on it.</summary>
public sealed record AddComment : ICommand<CommentId>, IIdempotentCommand
{
    public static Permission Permission => Permission.CommentOnQuestions;

    public required InquiryId Inquiry { get; init; }

    public required QuestionId Question { get; init; }

    /// <summary>A comment of the thread that it belongs to; null begins one.</summary>
    public CommentId? Thread { get; init; }

    public string Text { get; init; } = "";

    public Guid SubmissionKey { get; init; }

    /// <summary>Characters.</summary>
    public const int LongestText = 5_000;
}

internal sealed class AddCommentValidator : AbstractValidator<AddComment>
{
    public AddCommentValidator() => RuleFor(command => command.Text).IsGiven("Bitte schreiben Sie einen Kommentar.").IsText(AddComment.LongestText);
}

internal sealed class AddCommentHandler(ICases cases, IComments comments, IMessages messages, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddComment, CommentId>
{
    public async Task<CommentId> Handle(AddComment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Inquiry, cancel);
        var fitting = user.Grants.Where(grant => Comment.IsOpenTo(@case, grant.Role, grant.Organization)).Select(grant => grant.Organization);
        var earlier = await comments.Of(command.Inquiry, cancel);
        var thread = command.Thread is { } id ? earlier.FirstOrDefault(comment => comment.Id == id) ?? throw new NotFound() : null;
        var comment = Comment.Say(
            @case, command.Question, thread, TextRules.TypedText(command.Text)!, clock.Occasion(user.As(Permission.CommentOnQuestions, fitting)));
        await comments.Add(comment, cancel);
        await messages.Write(@case, comment.Tells(@case, earlier), cancel);
        return comment.Id;
    }
}
