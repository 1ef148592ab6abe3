// Prints the configuration that Prometheus' operator makes of the objects on standard input: that of the one Prometheus
// among them with its monitors, or that of the one Alertmanager with its AlertmanagerConfigs.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/blang/semver/v4"
	"github.com/prometheus-operator/prometheus-operator/pkg/alertmanager"
	monitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	monitoringv1alpha1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1alpha1"
	"github.com/prometheus-operator/prometheus-operator/pkg/assets"
	"github.com/prometheus-operator/prometheus-operator/pkg/prometheus"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/fake"
)

type objects struct {
	prometheus      *monitoringv1.Prometheus
	alertmanager    *monitoringv1.Alertmanager
	serviceMonitors map[string]*monitoringv1.ServiceMonitor
	podMonitors     map[string]*monitoringv1.PodMonitor
	configs         map[string]*monitoringv1alpha1.AlertmanagerConfig
	secrets         []runtime.Object
}

var logger = slog.New(slog.NewTextHandler(os.Stderr, nil))

// What the operator begins with where nobody gave Alertmanager a Secret.
const base = "route:\n  receiver: \"null\"\nreceivers:\n- name: \"null\"\n"

func main() {
	found, err := read(os.Stdin)
	var text []byte
	switch {
	case err != nil:
	case len(os.Args) == 2 && os.Args[1] == "prometheus" && found.prometheus != nil:
		text, err = scrapeConfiguration(found)
	case len(os.Args) == 2 && os.Args[1] == "alertmanager" && found.alertmanager != nil:
		text, err = alerting(found)
	default:
		err = errors.New("say prometheus or alertmanager, and give one object of that kind")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(text)
}

func (found objects) store() *assets.StoreBuilder {
	client := fake.NewClientset(found.secrets...)
	return assets.NewStoreBuilder(client.CoreV1(), client.CoreV1())
}

func scrapeConfiguration(found objects) ([]byte, error) {
	generator, err := prometheus.NewConfigGenerator(logger, found.prometheus, prometheus.WithEndpointSliceSupport())
	if err != nil {
		return nil, err
	}
	return generator.GenerateServerConfiguration(
		found.prometheus, found.serviceMonitors, found.podMonitors, nil, nil, found.store(), nil, nil, nil, nil)
}

func alerting(found objects) ([]byte, error) {
	version, err := semver.ParseTolerant(found.alertmanager.Spec.Version)
	if err != nil {
		return nil, err
	}
	builder := alertmanager.NewConfigBuilder(logger, version, found.store(), found.alertmanager)
	if err := builder.InitializeFromRawConfiguration([]byte(base)); err != nil {
		return nil, err
	}
	if err := builder.AddAlertmanagerConfigs(context.Background(), found.configs); err != nil {
		return nil, err
	}
	return builder.MarshalJSON()
}

func read(in io.Reader) (objects, error) {
	found := objects{
		serviceMonitors: map[string]*monitoringv1.ServiceMonitor{},
		podMonitors:     map[string]*monitoringv1.PodMonitor{},
		configs:         map[string]*monitoringv1alpha1.AlertmanagerConfig{},
	}
	decoder := yaml.NewYAMLOrJSONDecoder(in, 4096)
	for {
		var object unstructured.Unstructured
		if err := decoder.Decode(&object); err != nil {
			if errors.Is(err, io.EOF) {
				return found, nil
			}
			return found, err
		}
		if err := found.add(object); err != nil {
			return found, fmt.Errorf("%s/%s: %w", object.GetKind(), object.GetName(), err)
		}
	}
}

func (found *objects) add(object unstructured.Unstructured) error {
	name := object.GetNamespace() + "/" + object.GetName()
	switch object.GetKind() {
	case "Prometheus":
		found.prometheus = &monitoringv1.Prometheus{}
		return strictly(object, found.prometheus)
	case "Alertmanager":
		found.alertmanager = &monitoringv1.Alertmanager{}
		return strictly(object, found.alertmanager)
	case "ServiceMonitor":
		found.serviceMonitors[name] = &monitoringv1.ServiceMonitor{}
		return strictly(object, found.serviceMonitors[name])
	case "PodMonitor":
		found.podMonitors[name] = &monitoringv1.PodMonitor{}
		return strictly(object, found.podMonitors[name])
	case "AlertmanagerConfig":
		found.configs[name] = &monitoringv1alpha1.AlertmanagerConfig{}
		return strictly(object, found.configs[name])
	case "Secret":
		secret := &corev1.Secret{}
		found.secrets = append(found.secrets, secret)
		return strictly(object, secret)
	}
	return nil
}

func strictly(object unstructured.Unstructured, into any) error {
	return runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(object.Object, into, true)
}
