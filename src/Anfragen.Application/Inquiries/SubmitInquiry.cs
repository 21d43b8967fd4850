using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Hands an inquiry in, a new one or a draft in its last wording.</summary>
public sealed record SubmitInquiry : ICommand<InquiryId>, IIdempotentCommand, IInquiryForm
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

internal sealed class SubmitInquiryValidator : AbstractValidator<SubmitInquiry>
{
    public SubmitInquiryValidator()
    {
        InquiryFormRules.Apply(this);
        InquiryFormRules.ApplyComplete(this);
    }
}

internal sealed class SubmitInquiryHandler(InquiryDrafting drafting) : IRequestHandler<SubmitInquiry, InquiryId>
{
    public async Task<InquiryId> Handle(SubmitInquiry command, CancellationToken cancel) =>
        (await drafting.Write(command.Id, command.BasedOn, command, (inquiry, occasion) => inquiry.Submit(occasion), cancel)).Id;
}
