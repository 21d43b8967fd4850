using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Anfragen.Application.Mail;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// Sends through the client of the runtime, one connection for each mail. It encrypts with STARTTLS, checks the server's certificate against
/// those the machine trusts, and signs in with AUTH LOGIN; TLS from the first byte (port 465) it cannot.
/// </summary>
internal sealed class SmtpTransport(MailSettings settings, TimeProvider clock) : IMailTransport
{
    private const string AutoSubmitted = "Auto-Submitted";
    private const int AuthenticationFailed = 535;
    private const int MechanismTooWeak = 534;
    private const int FirstPermanent = 500;

    /// <summary>After this a server that says nothing is given up; a mail is claimed for longer than this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Shorter in tests, which cannot wait for a minute.</summary>
    internal TimeSpan Silence { get; init; } = Patience;

    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            UseDefaultCredentials = false,
            Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
        };
        using var message = Message(mail);
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, silence.Token);
        try
        {
            await client.SendMailAsync(message, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancel.IsCancellationRequested)
        {
            throw new MailRefused("timeout", MailFailureScope.Server, exception);
        }
        catch (AuthenticationException exception)
        {
            throw new MailRefused("tls", MailFailureScope.Server, exception);
        }
        catch (SmtpFailedRecipientException exception)
        {
            throw new MailRefused(
                Code(exception), (int)exception.StatusCode >= FirstPermanent ? MailFailureScope.Recipient : MailFailureScope.Mail, exception);
        }
        catch (SmtpException exception)
        {
            throw Refusal(exception);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            throw new MailRefused("connection", MailFailureScope.Server, exception);
        }
    }

    private MailMessage Message(OutgoingMail mail)
    {
        var message = new MailMessage(settings.Sender!, new MailAddress(mail.Address, mail.Name, Encoding.UTF8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        // So that an absent person's mailbox does not answer.
        message.Headers.Add(AutoSubmitted, "auto-generated");
        return message;
    }

    private MailRefused Refusal(SmtpException exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException) return new MailRefused("tls", MailFailureScope.Server, exception);
        }

        return exception.StatusCode switch
        {
            // The client has no code of its own for a server that does not offer STARTTLS; it speaks of no connection then either.
            SmtpStatusCode.GeneralFailure => new MailRefused(exception.InnerException is null && settings.StartTls ? "no-starttls" : "connection", MailFailureScope.Server, exception),
            SmtpStatusCode.MustIssueStartTlsFirst or (SmtpStatusCode)AuthenticationFailed or (SmtpStatusCode)MechanismTooWeak =>
                new MailRefused("not-admitted", MailFailureScope.Server, exception),
            SmtpStatusCode.ServiceNotAvailable => new MailRefused(Code(exception), MailFailureScope.Server, exception),
            _ => new MailRefused(Code(exception), MailFailureScope.Mail, exception),
        };
    }

    private static string Code(SmtpException exception) => $"smtp-{(int)exception.StatusCode}";
}
