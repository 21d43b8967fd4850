using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Hands an inquiry in, a new one or a draft in its last wording.</summary>
public sealed record SubmitInquiry : InquiryForm, ICommand<InquiryId>, IIdempotentCommand
{
    public static Permission Permission => Permission.SubmitInquiries;
}

internal sealed class SubmitInquiryValidator : WholeInquiryValidator<SubmitInquiry>;

internal sealed class SubmitInquiryHandler(InquiryDrafting drafting) : IRequestHandler<SubmitInquiry, InquiryId>
{
    public Task<InquiryId> Handle(SubmitInquiry command, CancellationToken cancel) =>
        drafting.Write(command, (inquiry, occasion) => inquiry.Submit(occasion), cancel);
}
