using Anfragen.Application.Assignments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Assignments;

internal sealed class GetRoutingHandler(CaseViews views, Departments departments) : IRequestHandler<GetRouting, Routing>
{
    public async Task<Routing> Handle(GetRouting query, CancellationToken cancel) =>
        new((await views.Load(query.Id, cancel)).Details, await departments.All(cancel));
}
