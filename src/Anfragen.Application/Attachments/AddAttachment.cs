using System.Text.Json.Serialization;
using Anfragen.Application.Documents;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Attachments;

/// <summary>Hangs a file on an inquiry, one of its questions, an answer or a reply. What the file is says its content.</summary>
public sealed record AddAttachment : ICommand<AttachmentId>, IIdempotentCommand
{
    public static Permission Permission => Permission.AttachFiles;

    public required AttachmentHolder Holder { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The file; its digest stands for it where the command is compared with one sent before.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    public string ContentSha256 => Digest.OfBytes(Content);

    public Guid SubmissionKey { get; init; }
}

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachment>
{
    public AddAttachmentValidator(IDocumentExaminer examiner)
    {
        RuleFor(command => command.Title).IsGiven("Bitte geben Sie der Anlage einen Titel.").IsLine(200);
        RuleFor(command => command.Content).Custom((content, context) =>
        {
            if (content.Length == 0)
            {
                context.AddFailure("Bitte wählen Sie eine Datei aus, die nicht leer ist.");
                return;
            }

            try
            {
                examiner.Examine(content, CancellationToken.None);
            }
            catch (DocumentRefused refused)
            {
                context.AddFailure(refused.Message);
            }
        });
    }
}

internal sealed class AddAttachmentHandler(ICases cases, IFiles files, IAttachmentFindings findings, IDocumentExaminer examiner, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddAttachment, AttachmentId>
{
    public async Task<AttachmentId> Handle(AddAttachment command, CancellationToken cancel)
    {
        var document = examiner.Examine(command.Content, cancel);
        var @case = await cases.Get(command.Holder, cancel);
        var sha256 = await files.Put(command.Content, document.Format.MediaType(), cancel);
        var occasion = clock.Occasion(user.As(Permission.AttachFiles, @case.CaretakersOf(command.Holder)));
        var attachment = @case.Attach(command.Holder, command.Title.Trim(), sha256, occasion);
        await cases.Save(@case, cancel);
        await findings.Note(attachment.Id, document.Findings, cancel);
        return attachment.Id;
    }
}
