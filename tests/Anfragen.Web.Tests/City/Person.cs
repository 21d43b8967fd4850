using System.Net;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Web.Tests.City;

/// <summary>A browser without a screen: keeps cookies, follows nothing, says where a form comes from.</summary>
internal sealed class Person
{
    private readonly HttpClient _client;

    public Person(Uri address) : this(address, new HttpClientHandler { AllowAutoRedirect = false })
    {
    }

    /// <param name="address">Where the form says it comes from.</param>
    /// <param name="way">How requests reach the program.</param>
    public Person(Uri address, HttpMessageHandler way)
    {
        _client = new HttpClient(way) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Somebody of the city, signed in.</summary>
    public static Task<Person> SignIn(CityHost city, DemoAccount account) => new Person(city.Address).SignIn(account);

    /// <summary>Becomes somebody of the city.</summary>
    public async Task<Person> SignIn(DemoAccount account)
    {
        var form = WebForm.In(await Get("/anmelden"));
        form["Login"] = account.Login;
        form["Password"] = DemoCity.Password;
        await Do("/anmelden", form);
        return this;
    }

    public Task<HttpResponseMessage> Ask(string path) => _client.GetAsync(path);

    /// <summary>The page, which must be there.</summary>
    public async Task<string> Get(string path)
    {
        using var response = await Ask(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> Post(string path, WebForm form) => Send(path, form.Content());

    public Task<HttpResponseMessage> Send(string path, HttpContent content) => _client.PostAsync(path, content);

    /// <summary>Posts a form with a file.</summary>
    public Task<HttpResponseMessage> Upload(string path, WebForm form, string file, string fileName, byte[] bytes) =>
        _client.PostAsync(path, form.Content(file, fileName, bytes));

    /// <summary>Posts and reads the page that must follow with this status.</summary>
    public async Task<string> Post(string path, WebForm form, HttpStatusCode expected)
    {
        using var response = await Post(path, form);
        var page = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} from {path}:\n{page}");
        return page;
    }

    /// <summary>Posts what must succeed and returns the address it leads to.</summary>
    public async Task<string> Do(string path, WebForm form)
    {
        using var response = await Post(path, form);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{(int)response.StatusCode} from {path}:\n{await response.Content.ReadAsStringAsync()}");
        return response.Headers.Location!.ToString();
    }
}
