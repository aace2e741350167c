using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Access.Accounts;
using DcOps.Access.Gate;
using DcOps.Contracts.Access;
using DcOps.Domain.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Access;

/// <summary>Who may come in, as a host composes it.</summary>
public static class AccessComposition
{
    const string SessionCookie = "dcops-session";
    const int AttemptsBeforeLock = 5;

    static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Binds section <c>access</c>; without it nobody signs in, and the pages may listen on this machine alone.</summary>
    /// <param name="dataFolder">Holds accounts and keys of cookies in a folder of their own.</param>
    public static WebApplicationBuilder AddDcOpsAccess(this WebApplicationBuilder builder, ConfigurationDocument document, string dataFolder)
    {
        var section = document.Section<AccessSection>(AccessSection.Name) ?? new AccessSection { Mode = SignInMode.Open };
        var listen = section.ListenOrRefuse(document);
        var mode = section.Mode == SignInMode.Accounts ? AccessMode.Accounts : AccessMode.Open;
        var guarded = Uri.TryCreate((string?)document.Peek("ingest")?["address"], UriKind.Absolute, out var ingest) ? ImmutableArray.Create(ingest.Port) : [];
        builder.Services.AddSingleton(mode);
        builder.Services.AddHostedService(provider => new ListeningCheck(provider.GetRequiredService<IServer>(), mode, document.File, guarded));
        if (listen is not null)
            Listen(builder, document, section, listen);
        if (mode.HasAccounts)
            AddAccounts(builder.Services, section, section.Connection?.RevealOrRefuse(document, $"{AccessSection.Name}.connection"), dataFolder);
        return builder;
    }

    /// <summary>Puts the gate before everything that is mapped.</summary>
    public static WebApplication UseDcOpsAccess(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AccessMode>().HasAccounts)
        {
            app.UseAuthentication();
            app.UseMiddleware<AccessGate>();
        }

        return app;
    }

    static void Listen(WebApplicationBuilder builder, ConfigurationDocument document, AccessSection section, Uri address)
    {
        builder.WebHost.UseUrls(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? "", address.GetLeftPart(UriPartial.Authority));
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        if (section.Certificate is not { } files)
            return;

        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(files.File, files.Key);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            document.Refuse($"{AccessSection.Name}.certificate", $"cannot be used: {fault.Message}");
        }
    }

    static void AddAccounts(IServiceCollection services, AccessSection section, string? connection, string dataFolder)
    {
        var folder = new DirectoryInfo(Path.GetFullPath(Path.Combine(dataFolder, "access")));
        services.AddDbContext<AccountsContext>(options => _ = connection is null
            ? options.UseSqlite($"Data Source={Path.Combine(folder.FullName, "accounts.db")}")
            : options.UseNpgsql(connection));
        services.AddDataProtection().SetApplicationName("DcOps").PersistKeysToFileSystem(new(Path.Combine(folder.FullName, "keys")));
        services.AddHttpContextAccessor();
        services.AddScoped<SetUpDoor>();
        services.AddScoped<IAccounts, LocalAccounts>();
        services.AddScoped<IPasswordHasher<Account>, Argon2Hasher>();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = LockedFor;
                options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            })
            .AddEntityFrameworkStores<AccountsContext>()
            .AddPasswordValidator<PasswordRule>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<TimeProvider>((cookie, time) =>
            {
                var check = new SessionCheck(time, TimeSpan.FromHours(section.SessionHours));
                cookie.Cookie.Name = SessionCookie;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(section.IdleMinutes);
                cookie.SlidingExpiration = true;
                cookie.TimeProvider = time;
                cookie.Events = new()
                {
                    OnSigningIn = check.BeginAsync,
                    OnValidatePrincipal = check.ValidateAsync,
                    OnCheckSlidingExpiration = SessionCheck.RenewAsync,
                };
            });
        services.AddHostedService(provider => new AccountsAtStart(folder, provider.GetRequiredService<IServiceScopeFactory>()));
    }
}
