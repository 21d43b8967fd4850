using System.Reflection;
using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Archive;
using Anfragen.Application.Attachments;
using Anfragen.Application.Comments;
using Anfragen.Application.Council;
using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Answers;
using Anfragen.Infrastructure.Archive;
using Anfragen.Infrastructure.Assignments;
using Anfragen.Infrastructure.Attachments;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Deadlines;
using Anfragen.Infrastructure.Documents;
using Anfragen.Infrastructure.Inquiries;
using Anfragen.Infrastructure.Journal;
using Anfragen.Infrastructure.Mail;
using Anfragen.Infrastructure.Portal;
using Anfragen.Infrastructure.Replies;
using Anfragen.Infrastructure.Search;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure;

/// <summary>The composition: both hosts call it and add their own <see cref="ICurrentUser"/>.</summary>
public static class AnfragenServices
{
    private static readonly Assembly[] UseCaseAssemblies = [typeof(IUseCase).Assembly, typeof(AnfragenServices).Assembly];

    private static readonly Type[] FoundByContract = [typeof(IRequestHandler<,>), typeof(IValidator<>), typeof(IPreparation<>)];

    /// <summary>Everything but the current user.</summary>
    public static IServiceCollection AddAnfragen(this IServiceCollection services)
    {
        services.AddDatabase();
        services.AddUseCases();
        services.AddRendering();
        services.AddDocuments();

        services.AddScoped<Visible>();
        services.AddScoped<CaseReader>().AddScoped<CaseProjection>().AddScoped<CaseViews>().AddScoped<ICases, CaseRepository>();
        services.AddScoped<PublicPages>().AddScoped<PublicEdition>();
        services.AddScoped<JournalDraft>().AddScoped<IJournal, JournalWriter>();
        services.AddScoped<IInquiryNumbers, InquiryNumbers>();
        services.AddSingleton<CityName>();
        services.AddScoped<ICouncil, CouncilOrganizations>().AddScoped<Departments>().AddScoped<AskingGroups>();
        services.AddScoped<CouncilReader>().AddScoped<ICouncilRegister, CouncilRegisterRepository>().AddSingleton<ICityFileReader, CityFileReader>();
        services.AddScoped<IFiles, FileStore>().AddScoped<ReplyFiles>();
        services.AddScoped<IAttachmentFindings, AttachmentFindings>();
        services.AddScoped<IImports, Imports>();
        services.AddScoped<IWorkingCopies, WorkingCopies>().AddScoped<ITextBlocks, TextBlocks>();
        services.AddScoped<IComments, Comments.Comments>();
        services.AddScoped<ISubmissions, Submissions>();
        services.AddSingleton<IDeadlineRules, DeadlineRuleFiles>();
        services.AddSingleton(provider => RoutingSettings.From(provider.GetRequiredService<IConfiguration>())).AddSingleton<OverdueReactions>();
        services.AddScoped<Figures.FigureTables>();
        services.AddScoped<Application.Views.ISavedViews, Views.SavedViews>();
        services.AddMail();
        services.AddSingleton<SearchVocabulary>().AddSingleton<SearchIndexer>();
        services.AddScoped<InquiryTextReader>().AddScoped<InquirySearch>().AddScoped<SimilarInquiries>();
        services.AddScoped<RuleSets>().AddScoped<IRuleSets>(provider => provider.GetRequiredService<RuleSets>()).AddScoped<ICityRules, CityRules>();
        services.AddBackup();
        services.AddAccounts();
        return services;
    }

    private static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Application.Office.BulkSteps>();
        services.AddScoped<InquiryDrafting>().AddScoped<OriginalReader>();
        services.AddScoped<ArchivePapers>();
        services.AddScoped<AttachmentReader>().AddScoped<PublicFiles>();
        foreach (var type in UseCaseAssemblies.SelectMany(assembly => assembly.DefinedTypes).Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType && FoundByContract.Contains(contract.GetGenericTypeDefinition())))
            {
                services.AddScoped(contract, type);
            }
        }

        // In this order: who may, what is well-formed, all or nothing, once per form, into the journal.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PreparationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SubmissionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(JournalBehavior<,>));
    }
}
