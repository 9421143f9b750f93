using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
builder.Configuration["Target:ClientCode"] = "acme";
builder.Configuration["Target:BaseAddress"] = args[0];
builder.Configuration["TargetEurope:ClientCode"] = "acme-europe";
builder.Configuration["TargetEurope:BaseAddress"] = args[0];
