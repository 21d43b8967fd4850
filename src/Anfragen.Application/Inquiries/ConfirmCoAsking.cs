using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>A co-asker stands by the inquiry.</summary>
public sealed record ConfirmCoAsking : ICommand<Unit>
{
    public static Permission Permission => Permission.SubmitInquiries;

    public required InquiryId Id { get; init; }
}

internal sealed class ConfirmCoAskingHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmCoAsking, Unit>
{
    public async Task<Unit> Handle(ConfirmCoAsking command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, @case.Inquiry.Originators.Where(originator => !@case.Inquiry.HasConfirmed(originator) && originator.Position > 1)
            .Select(originator => originator.Organization).OfType<OrganizationId>()));
        @case.Inquiry.ConfirmCoAsking(occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
