namespace Anfragen.Application.Mail;

/// <summary>The mails that were written.</summary>
public interface IOutbox
{
    /// <summary>Lets a mail that was not sent be sent after all; false when there is none such.</summary>
    Task<bool> Retry(Guid id, CancellationToken cancel);
}
