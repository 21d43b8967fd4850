namespace Anfragen.Web.Tests.Inquiries;

[CollectionDefinition(Name)]
public sealed class InquiryCollection : ICollectionFixture<CityHost>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Inquiries";
}
