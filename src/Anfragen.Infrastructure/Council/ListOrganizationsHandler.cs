using Anfragen.Application.Council;
using Anfragen.Domain;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class ListOrganizationsHandler(CouncilReader reader, TimeProvider clock) : IRequestHandler<ListOrganizations, OrganizationList>
{
    public async Task<OrganizationList> Handle(ListOrganizations query, CancellationToken cancel) =>
        new((await reader.Read(cancel)).Listed(), Berlin.Day(clock.GetUtcNow()));
}
