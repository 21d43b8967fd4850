using Anfragen.Application;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class GetInquiryFormHandler(AskingGroups asking, CaseReader reader, DbSession db, Visible visible, ICurrentUser user)
    : IRequestHandler<GetInquiryForm, InquiryFormDetails>
{
    public async Task<InquiryFormDetails> Handle(GetInquiryForm query, CancellationToken cancel)
    {
        var groups = await asking.Today(cancel);
        var own = groups.Where(group => user.Grants.Contains(new RoleGrant(Role.GroupMember, group.Id))).ToList();
        if (query.Id is null) return new InquiryFormDetails(own, groups, null, null, [], true) { Earlier = await Earlier(query.Follows, cancel) };

        var inquiry = (await reader.Find(query.Id.Value, cancel) ?? throw new NotFound()).Inquiry;
        return new InquiryFormDetails(
            own, groups, inquiry.Text, inquiry.Originators.FirstOrDefault()?.Organization,
            [.. inquiry.Originators.Skip(1).Select(originator => originator.Organization).OfType<OrganizationId>()], inquiry.State == InquiryState.Draft)
        {
            Earlier = await Earlier(query.Follows ?? inquiry.Follows, cancel),
        };
    }

    private async Task<LinkedInquiry?> Earlier(InquiryId? earlier, CancellationToken cancel) => earlier is null ? null : await db.SingleOrDefault<LinkedInquiry>(
        $"SELECT i.id, i.number, i.subject FROM inquiries i WHERE i.id = @earlier AND i.number IS NOT NULL AND {visible.Inquiry}",
        new { earlier, visible.Groups, visible.Departments }, cancel);
}
