using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Keeps a draft: a new one when <see cref="Id"/> is null, else another wording of the same.</summary>
public sealed record SaveInquiryDraft : ICommand<InquiryId>, IIdempotentCommand, IInquiryForm
{
    public static Permission Permission => Permission.SubmitInquiries;

    public InquiryId? Id { get; init; }

    /// <summary>The wording the form was loaded with, 0 for a new one.</summary>
    public int BasedOn { get; init; }

    public Guid SubmissionKey { get; init; }

    public string Subject { get; init; } = "";

    public string? Preamble { get; init; }

    public string? Rationale { get; init; }

    public IReadOnlyList<QuestionLine> Questions { get; init; } = new List<QuestionLine>();

    public OrganizationId Group { get; init; }

    public IReadOnlyList<OrganizationId> CoAskers { get; init; } = new List<OrganizationId>();
}

internal sealed class SaveInquiryDraftValidator : AbstractValidator<SaveInquiryDraft>
{
    public SaveInquiryDraftValidator() => InquiryFormRules.Apply(this);
}

internal sealed class SaveInquiryDraftHandler(InquiryDrafting drafting) : IRequestHandler<SaveInquiryDraft, InquiryId>
{
    public async Task<InquiryId> Handle(SaveInquiryDraft command, CancellationToken cancel) =>
        (await drafting.Write(command.Id, command.BasedOn, command, null, cancel)).Id;
}

/// <summary>What saving a draft and submitting it have in common.</summary>
internal sealed class InquiryDrafting(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
{
    public async Task<Inquiry> Write(
        InquiryId? id, int basedOn, IInquiryForm form, Action<Inquiry, Occasion>? then, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, form.Group));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != form.Group);
        var originators = await council.Originators([form.Group, .. form.CoAskers.Where(group => group != form.Group).Distinct()], cancel);

        InquiryCase @case;
        if (id is null)
        {
            @case = InquiryCase.Of(Inquiry.Draft(InquiryId.New(), originators, form.ToText(), occasion));
        }
        else
        {
            @case = await cases.Get(id.Value, cancel);
            CommonRules.NotChangedMeanwhile.BrokenIf(@case.Inquiry.Text.Version != basedOn);
            @case.Inquiry.Revise(originators, form.ToText(), occasion);
        }

        then?.Invoke(@case.Inquiry, occasion);
        await cases.Save(@case, cancel);
        return @case.Inquiry;
    }
}
