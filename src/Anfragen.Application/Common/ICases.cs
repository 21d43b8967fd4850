using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;

namespace Anfragen.Application;

/// <summary>
/// The cases of those who may see them. Loading waits at the case's gate, so that two people never decide on the same stand;
/// the gate opens with the transaction's end. An absent case and one the person may not see are the same <see cref="NotFound"/>.
/// </summary>
public interface ICases
{
    Task<InquiryCase> Get(InquiryId id, CancellationToken cancel);

    Task<InquiryCase> Get(AssignmentId id, CancellationToken cancel);

    Task<InquiryCase> Get(AnswerId id, CancellationToken cancel);

    Task<InquiryCase> Get(ReplyId id, CancellationToken cancel);

    Task<InquiryCase> Get(AttachmentId id, CancellationToken cancel);

    Task<InquiryCase> Get(PromiseId id, CancellationToken cancel);

    /// <summary>The case of what an attachment hangs on, for those who may see that.</summary>
    Task<InquiryCase> Get(AttachmentHolder holder, CancellationToken cancel);

    /// <summary>Whether the person may see this inquiry and it has a number, so that another can refer to it. Waits at no gate.</summary>
    Task<bool> CanBeReferredTo(InquiryId id, CancellationToken cancel);

    /// <summary>The inquiry of this number, however it is spaced, that the person may see; null when there is none.</summary>
    Task<InquiryId?> FindByNumber(string number, CancellationToken cancel);

    /// <summary>Stores what changed, notes the steps for the journal and brings status, inboxes and the public edition up to date.</summary>
    /// <exception cref="RuleViolation">Somebody else saved meanwhile (<see cref="CommonRules.NotChangedMeanwhile"/>).</exception>
    Task Save(InquiryCase @case, CancellationToken cancel);
}
