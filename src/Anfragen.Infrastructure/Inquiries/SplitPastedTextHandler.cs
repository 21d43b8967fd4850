using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class SplitPastedTextHandler : IRequestHandler<SplitPastedText, SplitText>
{
    public Task<SplitText> Handle(SplitPastedText query, CancellationToken cancel) => Task.FromResult(QuestionSplitter.Split(query.Pasted));
}
