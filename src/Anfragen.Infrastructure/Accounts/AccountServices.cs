using Anfragen.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Registers accounts, the check of passwords and the sessions; cookies are the web host's.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountPasswordHasher>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<AccountPasswordHasher>());
        services.AddSingleton<ILookupNormalizer, LoginNormalizer>();
        services.AddOptions<PasswordHasherOptions>().Configure<IConfiguration>((options, configuration) =>
            options.IterationCount = configuration.GetValue(AccountPasswordHasher.IterationsSetting, AccountPasswordHasher.Iterations));
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserManager<AccountManager>()
            .AddUserStore<AccountStore>();
        services.AddScoped<IAccounts, AccountRepository>();
        services.AddScoped<AccountLists>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SignIns>();
        services.AddScoped<Sessions>();
        return services;
    }
}
