using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class SplitIntakeTextHandler : IRequestHandler<SplitIntakeText, SplitIntake>
{
    public Task<SplitIntake> Handle(SplitIntakeText query, CancellationToken cancel) => Task.FromResult(IntakeSplitter.Split(query.Pasted));
}
