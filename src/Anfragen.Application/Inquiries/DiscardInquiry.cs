using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Throws a draft away.</summary>
public sealed record DiscardInquiry : ICommand<Unit>
{
    public static Permission Permission => Permission.SubmitInquiries;

    public required InquiryId Id { get; init; }
}

internal sealed class DiscardInquiryHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DiscardInquiry, Unit>
{
    public async Task<Unit> Handle(DiscardInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, @case.Inquiry.Originators.Select(originator => originator.Organization).OfType<OrganizationId>()));
        @case.Inquiry.Discard(occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
