using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Takes an inquiry back into draft, as long as it has no number.</summary>
public sealed record RecallInquiry : ICommand<Unit>
{
    public static Permission Permission => Permission.SubmitInquiries;

    public required InquiryId Id { get; init; }
}

internal sealed class RecallInquiryHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecallInquiry, Unit>
{
    public async Task<Unit> Handle(RecallInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, @case.Inquiry.Originators.Select(originator => originator.Organization).OfType<OrganizationId>()));
        @case.Inquiry.Recall(occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
