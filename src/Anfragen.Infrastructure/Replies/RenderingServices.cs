using Anfragen.Application.Council;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Replies;

internal static class RenderingServices
{
    /// <summary>Names the folder under <c>templates/</c>.</summary>
    private const string TemplateSetting = "Anfragen:Template";

    /// <summary>The folder under <c>templates/</c>, which is also the name of the rules delivered for the city.</summary>
    public static string TemplateName(IConfiguration configuration) => configuration[TemplateSetting] ?? "mainz";

    public static IServiceCollection AddRendering(this IServiceCollection services)
    {
        services.AddSingleton<IAnswerMarkdown, AnswerMarkdown>();
        services.AddSingleton(provider => new TemplateFolder(
            provider.GetRequiredService<AnfragenRoot>().Templates, TemplateName(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<IReplyRenderer>(provider => new PdfReplyRenderer(
            provider.GetRequiredService<TemplateFolder>(), provider.GetRequiredService<AnfragenRoot>().Fonts,
            PublicAddress.From(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<IReplySeal, ReplySeal>();
        services.AddScoped<ILetterheads, Letterheads>().AddScoped<NoticeFiles>();
        services.AddScoped<LetterToSign>().AddScoped<SealedLetter>();
        services.AddSingleton<IEmblems, Emblems>().AddSingleton<TemplateCheck>();
        return services;
    }
}
