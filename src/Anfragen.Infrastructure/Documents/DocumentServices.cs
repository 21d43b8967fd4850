using Anfragen.Application.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Documents;

internal static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<IDocumentExaminer, DocumentExaminer>();
        services.AddSingleton(_ => new PdfToText());
        services.AddScoped<IDocumentText, DocumentTextReader>();
        return services;
    }
}
