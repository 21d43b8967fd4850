using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Keeps a draft: a new one when <see cref="InquiryForm.Id"/> is null, else another wording of the same.</summary>
public sealed record SaveInquiryDraft : InquiryForm, ICommand<InquiryId>, IIdempotentCommand
{
    public static Permission Permission => Permission.SubmitInquiries;
}

internal sealed class SaveInquiryDraftValidator : InquiryFormValidator<SaveInquiryDraft>;

internal sealed class SaveInquiryDraftHandler(InquiryDrafting drafting) : IRequestHandler<SaveInquiryDraft, InquiryId>
{
    public Task<InquiryId> Handle(SaveInquiryDraft command, CancellationToken cancel) => drafting.Write(command, null, cancel);
}
