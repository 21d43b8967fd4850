using Anfragen.Application;
using Anfragen.Application.Mail;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using MediatR;

namespace Anfragen.Infrastructure.Mail;

internal sealed class GetMailChoicesHandler(IMailboxes mailboxes, ICurrentUser user, MailSettings settings) : IRequestHandler<GetMailChoices, MailChoicesPage>
{
    public async Task<MailChoicesPage> Handle(GetMailChoices query, CancellationToken cancel)
    {
        var account = user.Id!.Value;
        var chosen = await mailboxes.ChoicesOf(account, cancel);
        var roles = user.Grants.Select(grant => grant.Role).ToHashSet();
        return new MailChoicesPage
        {
            Address = await mailboxes.AddressOf(account, cancel),
            Choices = [.. Enum.GetValues<MessageKind>().Where(kind => Reaches(kind, roles))
                .Select(kind => new MailChoice(kind, chosen.TryGetValue(kind, out var timing) ? timing : kind.Usual()))],
            IsOn = settings.IsOn,
        };
    }

    // A head is told in place of a department's staff where there is none.
    private static bool Reaches(MessageKind kind, HashSet<Role> roles) => kind.To() switch
    {
        null => roles.Count > 0,
        Role.DepartmentStaff => roles.Contains(Role.DepartmentStaff) || roles.Contains(Role.HeadOfDepartment),
        { } role => roles.Contains(role),
    };
}
