using Anfragen.Infrastructure;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using Anfragen.Web.Security;
using Anfragen.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.SetUpKestrel();
builder.Services.AddAnfragen();
builder.Services.Configure<SiteOptions>(builder.Configuration.GetSection(SiteOptions.Section));
builder.Services.AddGermanTexts();
builder.Services.AddFormProtection();
builder.Services.AddErrorPages();
builder.Services.AddResponseCompression();
builder.Services.AddRouting(options => options.LowercaseUrls = true);
builder.AddSignIn();
builder.Services.AddRazorPages().AddRefusals();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseErrorPages();
app.UseRequestLocalization();
app.UseSignIn();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapGet("/", (HttpContext context) => Results.Redirect(context.User.IsSignedIn() ? "/aufgaben" : "/anfragen")).AllowAnonymous();
app.MapHealth();
return await app.MigrateAndServe();
