using System.Net;

namespace Anfragen.Web.Tests.Startup;

/// <summary>What a reverse proxy does that speaks HTTPS to the visitor: it says so, and the visitor's browser keeps secure cookies.</summary>
internal sealed class BehindProxy : DelegatingHandler
{
    private readonly CookieContainer _cookies = new();

    public BehindProxy() : base(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    /// <summary>Sent as X-Forwarded-For.</summary>
    public string? Visitor { get; set; }

    /// <summary>Sent as X-Forwarded-Proto.</summary>
    public string? Scheme { get; set; } = "https";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri;
        request.RequestUri = new UriBuilder(seen) { Scheme = "http" }.Uri;
        if (Visitor is not null) request.Headers.Add("X-Forwarded-For", Visitor);
        if (Scheme is not null) request.Headers.Add("X-Forwarded-Proto", Scheme);
        if (_cookies.GetCookieHeader(seen) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set) _cookies.SetCookies(seen, cookie);
        }

        return response;
    }
}
