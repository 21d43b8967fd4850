using Anfragen.Application.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Mail;

internal static class MailServices
{
    /// <summary>Registers the outbox and what sends from it; that it is sent is the web host's.</summary>
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<OutboxSender>().AddSingleton<OutboxCare>().AddSingleton<MorningDigests>();
        services.AddScoped<Recipients>().AddScoped<OutboxWriter>().AddScoped<IMessages>(provider => provider.GetRequiredService<OutboxWriter>()).AddScoped<MailComposer>().AddScoped<DigestContent>().AddScoped<OutboxFigures>();
        services.AddScoped<Outbox>().AddScoped<IOutbox>(provider => provider.GetRequiredService<Outbox>());
        services.AddScoped<IMailboxes, Mailboxes>();
    }
}
