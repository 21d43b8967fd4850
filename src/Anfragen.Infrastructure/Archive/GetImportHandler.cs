using Anfragen.Application;
using Anfragen.Application.Archive;
using Anfragen.Application.Council;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Archive;

internal sealed class GetImportHandler(DbSession db, CaseViews views, ICouncil council) : IRequestHandler<GetImport, ImportPage>
{
    private const string SelectPapers = "SELECT kind, file_name, text FROM import_papers WHERE inquiry_id = @id ORDER BY no";

    private static readonly OrganizationKind[] Answering =
        [OrganizationKind.Body, OrganizationKind.Directorate, OrganizationKind.Department, OrganizationKind.CouncilOffice, OrganizationKind.MayorsOffice];

    public async Task<ImportPage> Handle(GetImport query, CancellationToken cancel)
    {
        var view = await views.Load(query.Id, cancel);
        var inquiry = view.Case.Inquiry;
        if (inquiry.Archive is null) throw new NotFound();
        var papers = await db.List<PaperRow>(SelectPapers, new { query.Id }, cancel);
        var organizations = await council.Organizations(cancel);
        return new ImportPage
        {
            Inquiry = view.Details,
            Form = ImportForm.Of(view.Case),
            Papers = [.. papers.Select(paper => new PaperText(paper.Kind, paper.FileName, ArchiveReader.LinesOf(paper.Text.TrimEnd())))],
            Doubts = [.. inquiry.Archive.Doubts.Select(doubt => Doubt(view, doubt))],
            Groups = Choices(organizations, OrganizationKind.ParliamentaryGroup, OrganizationKind.LocalCouncil),
            Departments = Choices(organizations, Answering),
            IsOpen = view.Details.Open.Contains(Step.ReviseImport),
        };
    }

    private static DoubtDetails Doubt(CaseView view, ImportDoubt doubt)
    {
        var settled = view.Case.Inquiry.SettlementOf(doubt)?.Occasion;
        return new DoubtDetails(doubt.No, doubt.Paper, doubt.Line, doubt.Sentence, settled is null ? null : view.Names[settled.Actor.User], settled?.At);
    }

    private static IReadOnlyList<OrganizationChoice> Choices(IReadOnlyList<Organization> organizations, params OrganizationKind[] kinds) =>
        [.. organizations.Where(organization => kinds.Contains(organization.Type))
            .Select(organization => new OrganizationChoice { Id = organization.Id, Name = organization.Names.Name })];

    private sealed record PaperRow
    {
        public ArchivedDocumentKind Kind { get; init; }

        public string FileName { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
