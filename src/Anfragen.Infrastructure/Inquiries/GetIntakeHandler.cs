using System.Text;
using Anfragen.Application;
using Anfragen.Application.Documents;
using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

/// <summary>The text is read from the stored file each time, so that what is shown is the original and nothing kept of it.</summary>
internal sealed class GetIntakeHandler(DbSession db, CaseViews views, AskingGroups asking, OriginalReader originals)
    : IRequestHandler<GetIntake, IntakeDetails>
{
    public async Task<IntakeDetails> Handle(GetIntake query, CancellationToken cancel)
    {
        var view = await views.Load(query.Id, cancel);
        var receipt = view.Details.Receipt ?? throw new NotFound();
        var (source, why) = await Read(receipt, cancel);
        return new IntakeDetails
        {
            Inquiry = view.Details,
            Groups = [.. (await asking.Today(cancel)).UnionBy(view.Details.Originators.Select(Choice), group => group.Id)],
            Original = view.Case.Attachments.First(attachment =>
                attachment.FileSha256 == receipt.OriginalSha256 && attachment.IsShown && view.Case.IsOriginal(attachment)).Id,
            Source = source,
            WhyUnread = why,
        };
    }

    private static OrganizationChoice Choice(OriginatorDetails originator) => new() { Id = originator.Organization!.Value, Name = originator.Name };

    private async Task<(DocumentText? Text, string? WhyUnread)> Read(Receipt receipt, CancellationToken cancel)
    {
        var file = await db.Single<FileRow>("SELECT bytes FROM files WHERE sha256 = @sha256", new { sha256 = receipt.SourceSha256 }, cancel);
        // A transcript is text that we stored ourselves, whatever it looks like.
        return receipt.TranscriptSha256 is null
            ? await originals.Text(file.Bytes, cancel)
            : (new DocumentText { Format = FileFormat.PlainText, Lines = Encoding.UTF8.GetString(file.Bytes).Split('\n') }, null);
    }

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];
    }
}
