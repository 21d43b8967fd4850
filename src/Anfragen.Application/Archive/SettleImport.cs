using Anfragen.Application.Council;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Archive;

/// <summary>
/// Einlesen prüfen: corrects what was read of an old case and closes the doubts that a person has looked at. What is unchanged makes no
/// new version.
/// </summary>
public sealed record SettleImport : ImportForm, ICommand<Unit>
{
    public SettleImport()
    {
    }

    public SettleImport(ImportForm form) : base(form)
    {
    }

    public static Permission Permission => Permission.ImportArchive;

    public InquiryId Id { get; init; }

    /// <summary>Numbers of the doubts that are settled by this.</summary>
    public IReadOnlyList<int> Settled { get; init; } = [];
}

internal sealed class SettleImportValidator : AbstractValidator<SettleImport>
{
    public SettleImportValidator(IAnswerMarkdown markdown)
    {
        RuleFor(form => form.Number).IsInquiryNumber();
        RuleFor(form => form.Subject).IsGiven("Bitte geben Sie einen Betreff an.").IsLine();
        RuleFor(form => form.Preamble).IsText();
        RuleFor(form => form.Rationale).IsText();
        RuleForEach(form => form.Askers).ChildRules(asker => asker.RuleFor(line => line.Name).IsLine(200));
        RuleFor(form => form.Questions).AreNotTooMany();
        RuleFor(form => form.Questions)
            .Must(questions => questions.Select(question => question.Key).Distinct().Count() == questions.Count)
            .WithMessage("Die Zeilen der Fragen sind durcheinandergeraten. Bitte laden Sie die Seite neu.");
        RuleForEach(form => form.Questions).SetValidator(new QuestionLineValidator());
        RuleForEach(form => form.Replies).ChildRules(reply =>
        {
            reply.RuleFor(lines => lines.Preliminary).IsText().IsAnswerMarkdown(markdown);
            reply.RuleFor(lines => lines.Closing).IsText().IsAnswerMarkdown(markdown);
            reply.RuleFor(lines => lines.Place).IsLine(100);
            reply.RuleFor(lines => lines.Name).IsLine(200);
            reply.RuleFor(lines => lines.Office).IsLine(200);
            reply.RuleForEach(lines => lines.Answers)
                .ChildRules(answer => answer.RuleFor(line => line.Markdown).IsText().IsAnswerMarkdown(markdown));
        });
    }
}

internal sealed class SettleImportHandler(ICases cases, ICouncil council, IInquiryNumbers numbers, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SettleImport, Unit>
{
    public async Task<Unit> Handle(SettleImport command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        ImportRules.IsImported.BrokenIf(@case.Inquiry.Archive is null);
        CommonRules.NotChangedMeanwhile.BrokenIf(@case.Inquiry.Text.Version != command.BasedOn);
        var occasion = clock.Occasion(user.As(Permission.ImportArchive));
        var form = command.Tidy();
        if (form.Content() != ImportForm.Of(@case).Content()) await Revise(@case, form, occasion, cancel);
        if (form.Number is not null && form.Number != @case.Inquiry.Number)
        {
            var reference = await numbers.Enter(command.Id, form.Number, occasion.Day, cancel);
            @case.NumberImport(reference.Display, occasion);
            await numbers.Keep(command.Id, reference, cancel);
        }

        // Somebody else may have ticked the same doubt meanwhile.
        var open = @case.Inquiry.OpenDoubts.Select(doubt => doubt.No).ToHashSet();
        foreach (var doubt in command.Settled.Distinct().Where(open.Contains)) @case.Inquiry.SettleDoubt(doubt, occasion);
        if (@case.Inquiry.NewActs.Any()) await cases.Save(@case, cancel);
        return Unit.Value;
    }

    private async Task Revise(InquiryCase @case, ImportForm form, Occasion occasion, CancellationToken cancel)
    {
        var organizations = (await council.Organizations(cancel)).ToDictionary(organization => organization.Id);
        ImportRules.RepliesStay.BrokenIf(form.Replies.Count != @case.Replies.Count);
        var places = form.Places();
        var text = new InquiryText(0, form.Subject, form.Preamble, form.Questions.ToTree(), form.Rationale);
        @case.ReviseImport(
            [.. form.Askers.Select((asker, index) => CaseReading.OriginatorOf(asker.Name, Find(organizations, asker.Group), index + 1))],
            text, form.WrittenOn, form.ReceivedOn,
            [.. form.Replies.Zip(@case.Replies, (lines, reply) => new ReplyReading(
                lines.Preliminary,
                // A question that was taken out of the form takes its tick with it.
                [.. lines.Answers.Select(answer => new AnswerReading(
                    [.. answer.Questions.Where(places.ContainsKey).Select(key => places[key])], Department(organizations, answer.Department), answer.Markdown))],
                lines.Closing,
                reply.Letter! with { Place = lines.Place, WrittenOn = lines.WrittenOn, Name = lines.Name, Office = lines.Office }))],
            occasion);
    }

    private static Organization? Find(Dictionary<OrganizationId, Organization> organizations, OrganizationId? id) =>
        id is null ? null : organizations.GetValueOrDefault(id.Value) ?? throw new NotFound();

    private static OrganizationId Department(Dictionary<OrganizationId, Organization> organizations, OrganizationId id) =>
        organizations.ContainsKey(id) ? id : throw new NotFound();
}
