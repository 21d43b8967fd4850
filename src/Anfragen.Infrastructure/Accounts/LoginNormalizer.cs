using System.Diagnostics.CodeAnalysis;
using Anfragen.Application.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Identity's way to <see cref="Login.Fold"/>.</summary>
internal sealed class LoginNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name is null ? null : Login.Fold(name);

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
