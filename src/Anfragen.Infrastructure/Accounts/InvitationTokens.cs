using System.Buffers.Text;
using System.Security.Cryptography;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>The secrets in one-time links. 256 random bits need no slow hash: nobody can try them out.</summary>
internal static class InvitationTokens
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored and looked up in its place.</summary>
    public static string Sha256(string token) => Digest.OfText(token);
}
