namespace Anfragen.Typesetting.Signing;

/// <summary>Why a document could not be sealed.</summary>
public enum SealProblem
{
    /// <summary>The certificate's time is over.</summary>
    CertificateExpired,

    /// <summary>The certificate's time has not begun.</summary>
    CertificateNotYetValid,

    /// <summary>The certificate has no private key, or one that is neither RSA nor on an elliptic curve.</summary>
    NoUsablePrivateKey,

    /// <summary>The certificate says itself that it is not for signing.</summary>
    NotForSigning,

    /// <summary>The timestamp server cannot be reached or does not answer as RFC 3161 has it.</summary>
    TimestampUnavailable,

    /// <summary>The timestamp server refused, or its token does not belong to the signature.</summary>
    TimestampInvalid,

    /// <summary>Signature, chain and timestamp need more room than was reserved.</summary>
    TooLarge,

    /// <summary>The file is not one that the typesetter wrote, or it is damaged.</summary>
    FileNotSealable,
}

/// <summary>A document was not sealed. The message is a German sentence for the operator; no half-signed file exists.</summary>
public sealed class SealException : Exception
{
    internal SealException(SealProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>The reason, for machines.</summary>
    public SealProblem Problem { get; }
}
