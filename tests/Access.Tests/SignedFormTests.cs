using System.Security.Claims;
using System.Text;
using DcOps.Dashboard.Pages.Access;

namespace DcOps.Access.Tests;

public sealed class SignedFormTests
{
    [Theory]
    [InlineData("li", "li")]
    [InlineData(null, "zhao")]
    public async Task Whoever_is_signed_in_acts_under_that_name_whatever_was_typed(string? signed, string acts)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("Form.Name=zhao&form.name=qian&Form.Note=why"));
        if (signed is not null)
            context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, signed)], "test"));

        var (name, note) = ("", "");
        await SignedForms.StampAsync(context, reading =>
        {
            (name, note) = (reading.Request.Form["Form.Name"][0]!, reading.Request.Form["Form.Note"][0]!);
            return Task.CompletedTask;
        });

        Assert.Equal((acts, "why"), (name, note));
    }
}
