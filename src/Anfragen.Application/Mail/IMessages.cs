using Anfragen.Domain.Cases;

namespace Anfragen.Application.Mail;

/// <summary>Tells people of what is no step of the case. What the steps tell is written when the case is saved.</summary>
public interface IMessages
{
    /// <summary>Everybody but the person from whom it comes.</summary>
    Task Write(InquiryCase @case, IEnumerable<Message> messages, CancellationToken cancel);
}
