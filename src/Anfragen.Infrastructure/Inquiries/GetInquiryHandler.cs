using Anfragen.Application.Inquiries;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class GetInquiryHandler(CaseViews views) : IRequestHandler<GetInquiry, InquiryDetails>
{
    public async Task<InquiryDetails> Handle(GetInquiry query, CancellationToken cancel) => (await views.Load(query.Id, cancel)).Details;
}
