using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class GetIntakeFormHandler(AskingGroups asking, TimeProvider clock) : IRequestHandler<GetIntakeForm, IntakeFormDetails>
{
    public async Task<IntakeFormDetails> Handle(GetIntakeForm query, CancellationToken cancel) =>
        new(await asking.Today(cancel), Berlin.Day(clock.GetUtcNow()));
}
